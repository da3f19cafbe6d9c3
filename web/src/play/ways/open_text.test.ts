import { describe, expect, it } from "vitest";
import { fitting, LONGEST, plain } from "./open_text";

describe("an open answer", () => {
  it("is one line: a break is a space", () => {
    expect(fitting("the herring\nbut not the arm")).toBe("the herring but not the arm");
  });

  it("ends at its last character, and never halfway through a sign", () => {
    expect([...fitting("é".repeat(150))]).toHaveLength(LONGEST);
    expect(fitting(`${"a".repeat(139)}🥖🥖`)).toBe(`${"a".repeat(139)}🥖`);
  });

  it("is nothing when there are only spaces", () => {
    expect(plain("  \n ")).toBe("");
    expect(plain(" the  role, not the man ")).toBe("the role, not the man");
  });
});
