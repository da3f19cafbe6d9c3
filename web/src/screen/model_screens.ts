/** The reveals of the models beyond the three headline axes, for the gallery. */
import * as sample from "../gallery/model_samples";
import type { ScreenView } from "../wire/generated";

const { modelView, revealOf, setsRevealOf } = sample;
const stacks = (sets: Readonly<Record<string, number>>): ScreenView =>
  modelView(sample.petra, [sample.components], [setsRevealOf(sample.components, sets)]);
const pillars = (sets: Readonly<Record<string, number>>): ScreenView =>
  modelView(sample.anke, [sample.bases], [setsRevealOf(sample.bases, sets)]);

export const modelViews: Readonly<Record<string, ScreenView>> = {
  "stacks-41": stacks({ 0: 8, 1: 1, 2: 3, "01": 3, "02": 19, "012": 7 }),
  "stacks-0": stacks({}),
  "stacks-5": stacks({ 0: 1, "01": 1, "012": 3 }),
  "stacks-900": stacks({ 0: 160, 1: 22, 2: 48, "01": 85, "02": 431, "12": 3, "012": 151 }),
  "pillars-41": pillars({ "12": 14, 2: 8, "02": 5, 1: 6, "01": 4, "123": 1, "13": 2, "03": 1 }),
  "pillars-0": pillars({}),
  "pillars-5": pillars({ "12": 3, 2: 1, "03": 1 }),
  "pillars-900": pillars({ "12": 330, 2: 160, "02": 98, 1: 121, "01": 80, "123": 40, "13": 51, "03": 20 }),
};
void revealOf;
