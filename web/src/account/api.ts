/** What a lecturer's account asks of the server. */
import { ask, post } from "../host/api";
import type { InvitationLine, LecturerLine, MadeInvitation, OpenInvitation } from "../wire/generated";

export const signInAs = (name: string, passphrase: string) => post<void>("/api/lecturers/sign-in", { name, passphrase });
export const signOut = (everywhere: boolean) => post<void>("/api/lecturers/sign-out", { everywhere });
export const changePassphrase = (old: string, next: string) => post<void>("/api/lecturers/passphrase", { old, new: next });
export const fetchLecturers = () => ask<LecturerLine[]>("/api/lecturers");
export const fetchInvitations = () => ask<InvitationLine[]>("/api/invitations");
export const makeInvitation = () => post<MadeInvitation>("/api/invitations", {});
export const takeBackInvitation = (id: string) => ask<void>(`/api/invitations/${encodeURIComponent(id)}`, { method: "DELETE" });
export const lookAtInvitation = (secret: string) => post<OpenInvitation>("/api/invitations/look", { secret });
export const acceptInvitation = (secret: string, name: string, passphrase: string) =>
  post<void>("/api/invitations/accept", { secret, name, passphrase });
