import { describe, expect, it } from "vitest";
import { labelFor, linesOf, nameIn, widthOf } from "./lettering";

describe("lettering", () => {
  it("knows a narrow word from a wide one", () => {
    expect(widthOf("illi", 40)).toBeLessThan(widthOf("mmmm", 40) / 2);
    expect(widthOf("Hoog: integriteit", 38)).toBeGreaterThan(270);
    expect(widthOf("Hoog: integriteit", 38)).toBeLessThan(340);
  });

  it("breaks a text into lines by words", () => {
    expect(linesOf("one", 32, 400)).toBe(1);
    expect(linesOf("A night of work done over shows effort and craft", 32, 400)).toBe(3);
  });

  it("takes the fullest label that fits", () => {
    expect(labelFor(["Customer (buyer)", "Customer"], 37, 500)).toBe("Customer (buyer)");
    expect(labelFor(["Customer (buyer)", "Customer"], 37, 220)).toBe("Customer");
    expect(labelFor(["Customer (buyer)", "Customer"], 37, 20)).toBe("Customer");
  });

  it("finds the name in a label that explains", () => {
    expect(nameIn("Middle: conduct")).toBe("Middle");
    expect(nameIn("Supporter")).toBe("Supporter");
  });
});
