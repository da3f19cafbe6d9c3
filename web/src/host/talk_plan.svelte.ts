/** What the class would talk about if the talk began now: all that can be asked again, less what the lecturer unticked. */

import type { HostView } from "../wire/generated";
import type { ConsoleModel } from "./console_model";

export class TalkPlan {
  #leftOut = $state.raw<{ readonly card: string; readonly axes: readonly string[] }>({ card: "", axes: [] });

  /** The axes to talk about; never none while a talk can begin. A choice belongs to its card. */
  about(view: HostView): string[] {
    const isOfCard = this.#leftOut.card === view.round?.card;
    const left = view.talk_axes.filter((axis) => !isOfCard || !this.#leftOut.axes.includes(axis));
    return left.length ? left : [...view.talk_axes];
  }

  choose(view: HostView, axis: string, isTalkedAbout: boolean): void {
    const about = this.about(view).filter((other) => other !== axis);
    const axes = isTalkedAbout ? [...about, axis] : about;
    if (axes.length) this.#leftOut = { card: view.round?.card ?? "", axes: view.talk_axes.filter((other) => !axes.includes(other)) };
  }

  /** T: begins the talk where one can begin, and gives more time to what runs. */
  press(room: ConsoleModel): void {
    const { view } = room;
    if (!view?.round || view.talk_axes.length === 0) return room.extend();
    if (room.isSettling) return;
    const about = this.about(view);
    const axes = about.length === view.talk_axes.length ? [] : about;
    room.order("talk", { card: view.round.card, axes, seconds: view.settings.talk_seconds });
  }
}
