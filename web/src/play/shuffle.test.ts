import { expect, it } from "vitest";
import { shuffled } from "./shuffle";

const forms = ["personal", "moral", "structural"];

it("is the same on every reload of one phone", () => {
  expect(shuffled(forms, "a1b2:baker")).toEqual(shuffled(forms, "a1b2:baker"));
});

it("keeps every option", () => {
  expect(shuffled(forms, "x").sort()).toEqual([...forms].sort());
});

it("puts each option first on about a third of the phones", () => {
  const first = { personal: 0, moral: 0, structural: 0 };
  for (let phone = 0; phone < 900; phone++) first[shuffled(forms, `phone-${phone}`)[0] as keyof typeof first]++;
  for (const count of Object.values(first)) expect(count).toBeGreaterThan(220);
});
