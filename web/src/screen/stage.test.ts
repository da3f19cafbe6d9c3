import { describe, expect, it } from "vitest";
import { stageSize } from "./stage";

describe("the stage", () => {
  it.each([
    [1920, 1080, 1920, 1080, 1, false],
    [1280, 720, 1920, 1080, 2 / 3, false],
    [1440, 1080, 1440, 1080, 1, true],
    [1024, 768, 1440, 1080, 1024 / 1440, true],
    [1920, 1200, 1920, 1200, 1, false],
    [3840, 2160, 1920, 1080, 2, false],
  ])("of a window of %i by %i", (width, height, stageWidth, stageHeight, scale, isNarrow) => {
    const size = stageSize(width, height);
    expect(size.width).toBeCloseTo(stageWidth);
    expect(size.height).toBeCloseTo(stageHeight);
    expect(size.scale).toBeCloseTo(scale);
    expect(size.isNarrow).toBe(isNarrow);
  });

  it("leaves paper at the sides of a very wide and under a very tall window", () => {
    expect(stageSize(3440, 1000).width).toBeCloseTo(2304);
    expect(stageSize(390, 844).height).toBeCloseTo(1296);
  });

  it("never shows less than the whole stage", () => {
    for (const [width, height] of [[640, 480], [390, 844], [2560, 1080], [1000, 1000]] as const) {
      const size = stageSize(width, height);
      expect(size.width * size.scale).toBeLessThanOrEqual(width + 0.01);
      expect(size.height * size.scale).toBeLessThanOrEqual(height + 0.01);
      expect(size.height).toBeGreaterThanOrEqual(1080);
    }
  });
});
