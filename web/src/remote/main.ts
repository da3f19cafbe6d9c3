import { start } from "../start";
import Page from "./Page.svelte";

start(Page);
document.documentElement.dataset.theme = "dark"; // whatever the phone prefers: it must light no face in the hall
