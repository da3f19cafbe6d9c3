import { describe, expect, it } from "vitest";
import { keyText, saidCount, trapText } from "./kinds";
import { kindHost, kindNames, openHost } from "./kind_samples";

const of = (kind: Parameters<typeof kindHost>[0]) => {
  const view = kindHost(kind, "closed", 0);
  return [view.round!.axes[0]!, view.keys[0]!] as const;
};

describe("a key in words", () => {
  it("is said for every kind", () => {
    const keys = kindNames.map((kind) => [kind, keyText(...of(kind), "en")]);
    expect(Object.fromEntries(keys)).toEqual({
      grid: "Internal, limited",
      multi: "Affective and Temporal",
      plane: "Status",
      rank: "Love, then Goods or Money",
      sequence: "Exchange, then Emotion, then Trust, then Commitment, then Intention",
      pair: "the hug at the stall: Love; the herring: Goods; his compliment: Status",
    });
  });

  it("of an open question is how it can be answered", () => {
    const view = openHost("closed", 0, []);
    expect(keyText(view.round!.axes[0]!, view.keys[0]!, "en")).toContain("role was replaced");
  });
});

describe("a trap in words", () => {
  it("names the item with its option, and the order", () => {
    expect(trapText(of("pair")[0], "praise:love", "en")).toBe("his compliment: Love");
    expect(trapText(of("sequence")[0], "commitment>trust", "nl")).toBe("Commitment voor Vertrouwen");
    expect(trapText(of("grid")[0], "internal-free", "nl")).toBe("Intern, vrij");
  });
});

it("everybody who said something is counted once, whatever the kind", () => {
  expect(kindNames.map((kind) => saidCount(...of(kind)))).toEqual([40, 40, 40, 40, 40, 40]);
});
