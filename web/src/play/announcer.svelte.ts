/** What is spoken to readers by ear: one polite sentence at a time. */

class Announcer {
  text = $state("");

  say(text: string): void {
    this.text = text;
  }
}

export const announcer = new Announcer();
