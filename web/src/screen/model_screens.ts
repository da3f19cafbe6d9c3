/** The reveals of the models beyond the three headline axes, for the gallery. */
import * as sample from "../gallery/model_samples";
import type { ScreenView } from "../wire/generated";

const { modelView, revealOf, setsRevealOf } = sample;
const stacks = (sets: Readonly<Record<string, number>>): ScreenView =>
  modelView(sample.petra, [sample.components], [setsRevealOf(sample.components, sets)]);
const pillars = (sets: Readonly<Record<string, number>>): ScreenView =>
  modelView(sample.anke, [sample.bases], [setsRevealOf(sample.bases, sets)]);
const emotions = (counts: readonly number[]): ScreenView =>
  modelView(sample.samira, [sample.emotions], [revealOf(sample.emotions, counts)]);
/** The last two options are none of the seven. */
const unknown = {
  ...sample.emotions.axis,
  options: sample.emotions.axis.options.map((option, place) => (place > 4 ? { ...option, id: `other-${place}` } : option)),
};
const aspects = [sample.together, sample.power, sample.dependence, sample.focus];
const classOf41 = [[38, 3], [17, 24], [12, 20, 9], [5, 36]];
const scales = (counts: readonly (readonly number[])[], shown: string, from = 0): ScreenView =>
  modelView(
    sample.colours,
    aspects.slice(from),
    aspects.slice(from).map((told, place) => revealOf(told, counts[place + from] ?? [])),
    shown,
  );
const debated = { nl: "Wat als de winkel morgen sluit?", en: "What if the shop closes tomorrow?" };

export const modelViews: Readonly<Record<string, ScreenView>> = {
  "stacks-41": stacks({ 0: 8, 1: 1, 2: 3, "01": 3, "02": 19, "012": 7 }),
  "stacks-0": stacks({}),
  "stacks-5": stacks({ 0: 1, "01": 1, "012": 3 }),
  "stacks-900": stacks({ 0: 160, 1: 22, 2: 48, "01": 85, "02": 431, "12": 3, "012": 151 }),
  "pillars-41": pillars({ "12": 14, 2: 8, "02": 5, 1: 6, "01": 4, "123": 1, "13": 2, "03": 1 }),
  "pillars-0": pillars({}),
  "pillars-5": pillars({ "12": 3, 2: 1, "03": 1 }),
  "pillars-900": pillars({ "12": 330, 2: 160, "02": 98, 1: 121, "01": 80, "123": 40, "13": 51, "03": 20 }),
  "bars-2-41": modelView(sample.colours, [sample.closeness], [revealOf(sample.closeness, [15, 26])]),
  "bars-2-5": modelView(sample.colours, [sample.closeness], [revealOf(sample.closeness, [0, 5])]),
  "bars-2-900": modelView(sample.colours, [sample.closeness], [revealOf(sample.closeness, [210, 690])]),
  "bars-5-41": modelView(sample.colours, [sample.transition], [revealOf(sample.transition, [0, 11, 22, 6, 2])]),
  "bars-5-900": modelView(sample.colours, [sample.transition], [revealOf(sample.transition, [12, 251, 488, 101, 48])]),
  "bars-6-41": modelView(sample.petra, [sample.source], [revealOf(sample.source, [3, 0, 9, 4, 23, 2])]),
  "bars-6-0": modelView(sample.petra, [sample.source], [revealOf(sample.source, [])]),
  "bars-contested": modelView(
    sample.colours,
    [sample.transition],
    [revealOf({ ...sample.transition, keys: ["customer-to-client", "client-to-supporter"] }, [0, 15, 18, 6, 2])],
    "transition",
    debated,
  ),
  "bars-multi": modelView(sample.samira, [sample.effects], [setsRevealOf({ ...sample.effects, keys: ["openness", "decision"] }, { "23": 12, 0: 9, "02": 11, 3: 4, "12": 5 })]),
  "carvings-41": emotions([2, 0, 24, 1, 3, 11, 0]),
  "carvings-0": emotions([]),
  "carvings-5": emotions([0, 0, 3, 0, 0, 2, 0]),
  "carvings-900": emotions([41, 8, 512, 22, 66, 240, 11]),
  "carvings-contested": modelView(
    sample.samira,
    [sample.emotions],
    [revealOf({ ...sample.emotions, keys: ["anger", "contempt"] }, [2, 0, 22, 1, 3, 13, 0])],
    "emotion",
    { nl: "Eist ze nog iets, of heeft ze hem al opgegeven?", en: "Does she still demand something, or has she given up on him?" },
  ),
  "carvings-unknown": modelView(
    sample.samira,
    [{ ...sample.emotions, axis: unknown }],
    [revealOf({ ...sample.emotions, axis: unknown, keys: ["surprise"] }, [24, 0, 2, 1, 3, 11, 0])],
  ),
  "scale-first-of-4": scales(classOf41, "cooperation-competition"),
  "scale-second-of-4": scales(classOf41, "power"),
  "scale-last-of-4": scales(classOf41, "focus"),
  "scale-2": scales(classOf41, "focus", 2),
  "scale-1": scales(classOf41, "focus", 3),
  "scale-1-of-three": modelView(sample.colours, [sample.dependence], [revealOf(sample.dependence, [12, 20, 9])]),
  "scale-5": scales([[5, 0], [1, 4], [0, 2, 3], [0, 5]], "dependence"),
  "scale-0": scales([], "power"),
  "scale-900": scales([[760, 140], [410, 490], [250, 402, 248], [51, 849]], "dependence"),
  "scale-contested": modelView(
    sample.colours,
    [sample.dependence],
    [revealOf({ ...sample.dependence, keys: ["interdependent", "supplier-dependent"] }, [6, 17, 18])],
    "dependence",
    debated,
  ),
  "fourcells-41": modelView(sample.formStory, [sample.formGrid], [revealOf(sample.formGrid, [9, 21, 6, 5])]),
  "fourcells-900": modelView(sample.formStory, [sample.formGrid], [revealOf(sample.formGrid, [199, 451, 160, 90])]),
  "fourcells-5": modelView(sample.formStory, [sample.formGrid], [revealOf(sample.formGrid, [1, 3, 0, 1])]),
  "fourcells-contested": modelView(
    sample.formStory,
    [sample.formGrid],
    [revealOf({ ...sample.formGrid, keys: ["internal-limited", "external-limited"] }, [4, 19, 15, 3])],
    "commitment-grid",
    debated,
  ),
};
