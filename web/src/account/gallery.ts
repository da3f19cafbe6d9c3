/** A lecturer's account for the gallery: every way in, an account with much in it and one with nothing. */
import { shown, type GalleryScreens } from "../gallery/entry";
import SignIn from "../host/SignIn.svelte";
import Account from "./Account.svelte";
import Invite from "./Invite.svelte";

const now = Date.UTC(2026, 8, 7, 9, 30);
const day = 86_400_000;
const nothing = (): void => {};
const doings = { leave: nothing, invite: nothing, takeBack: nothing };
const long = "annemarie.van.den.broek-hoogstraten@marketing.hogeschool.example";
const link = `http://192.168.1.24:5000/invite#${"3f".repeat(24)}`;
const lecturers = ["Noor Jansen", "J. de Wit", long].map((name, number) => ({ name, made_at: now + number * day }));
const invitations = [
  { id: "1", purpose: "new" as const, made_at: now, ends_at: now + 7 * day, name: null },
  { id: "2", purpose: "reset" as const, made_at: now, ends_at: now + day, name: long },
];

export const screens: GalleryScreens = {
  "sign-in": shown(SignIn, { entered: nothing, hasLecturers: true }),
  first: shown(Invite, { invitation: { purpose: "first", ends_at: now, name: null }, accept: nothing }),
  invited: shown(Invite, { invitation: { purpose: "new", ends_at: now, name: null }, accept: nothing }),
  "invited-problem": shown(Invite, {
    invitation: { purpose: "new", ends_at: now, name: null },
    problem: "Een andere docent heet al zo. Kies een andere naam.",
    accept: nothing,
  }),
  reset: shown(Invite, { invitation: { purpose: "reset", ends_at: now, name: long }, accept: nothing }),
  lecturer: shown(Account, { name: "Noor Jansen", lecturers, invitations, link, ...doings }),
  "owner-empty": shown(Account, { name: null, lecturers: [], invitations: [], ...doings }),
};
