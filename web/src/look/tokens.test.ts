import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function tokensAfter(selector: string): string[] {
  const block = css.slice(css.indexOf(selector)).split("{")[1]?.split("}")[0] ?? "";
  return [...block.matchAll(/--[\w-]+:\s*[^;]+/g)].map(([token]) => token);
}

it("dark is the same whether the device asks for it or the reader does", () => {
  const byDevice = tokensAfter(':root:not([data-theme="light"])');
  expect(byDevice.length).toBeGreaterThan(30);
  expect(tokensAfter(':root[data-theme="dark"]')).toEqual(byDevice);
});
