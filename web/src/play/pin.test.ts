import { describe, expect, it } from "vitest";
import { cursorAfter, pinDigits, pinOfPath, spacedPin } from "./pin";

describe("a PIN", () => {
  it("is read from what people paste", () => {
    expect(pinDigits(" 482-917\n")).toBe("482917");
    expect(pinDigits("４８２９１７")).toBe("482917");
    expect(pinDigits("code: 4829171")).toBe("482917");
  });

  it("is read from the link behind the QR code", () => {
    expect(pinOfPath("/join/482917")).toBe("482917");
    expect(pinOfPath("/join/482%20917/")).toBe("482917");
    expect(pinOfPath("/")).toBe("");
    expect(pinOfPath("/join/%E0%A4%A")).toBe("");
  });

  it("is shown in two groups, with the cursor where it was", () => {
    expect(spacedPin("482")).toBe("482");
    expect(spacedPin("4829")).toBe("482 9");
    expect(cursorAfter(3)).toBe(3);
    expect(cursorAfter(4)).toBe(5);
  });
});
