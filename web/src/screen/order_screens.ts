/** The reveals of orders, planes, pairs and open answers, for the gallery. */
import * as sample from "../gallery/order_samples";
import type { ScreenView } from "../wire/generated";

const { chainView, longOrderView, openView, pairView, planeView, rankView, saleView, shortRankView, wordyChainView } = sample;
const [right, unique, part, habit] = sample.groupsOfBep as [
  (typeof sample.groupsOfBep)[number],
  (typeof sample.groupsOfBep)[number],
  (typeof sample.groupsOfBep)[number],
  (typeof sample.groupsOfBep)[number],
];
const times = (count: number, groups: readonly (typeof right)[]): (typeof right)[] =>
  groups.map((group) => ({ ...group, count: group.count * count }));

export const orderViews: Readonly<Record<string, ScreenView>> = {
  "plane-0": planeView({}, 0),
  "plane-5": planeView({ status: 3, services: 1 }, 1),
  "plane-41": planeView({ status: 17, services: 10, information: 6, love: 3 }, 5),
  "plane-120": planeView({ status: 47, services: 30, information: 16, love: 13, money: 4 }, 10),
  "plane-900": planeView({ status: 394, services: 233, information: 118, love: 71, goods: 22 }, 62),
  "climb-0": chainView([0, 0, 0, 0, 0, 0]),
  "climb-5": chainView([1, 0, 2, 0, 0, 2]),
  "climb-41": chainView([2, 4, 13, 4, 0, 18]),
  "climb-all": chainView([0, 0, 0, 0, 0, 41]),
  "climb-none": chainView([29, 6, 4, 2, 0, 0]),
  "climb-900": chainView([61, 82, 301, 66, 0, 390]),
  "climb-wordy": wordyChainView([2, 4, 13, 4, 0, 18]),
  "climb-tie": rankView([6, 7, 5, 12, 0, 11]),
  "climb-three": shortRankView([13, 0, 0, 28]),
  "climb-seven": longOrderView([3, 2, 9, 4, 2, 1, 0, 20]),
  "levitt-0": saleView([0, 0, 0, 0, 0]),
  "levitt-5": saleView([0, 1, 3, 1, 0]),
  "levitt-41": saleView([0, 3, 22, 12, 4]),
  "levitt-900": saleView([12, 85, 430, 281, 92]),
  "pairs-0": pairView({}),
  "pairs-5": pairView({ hug: [3, 2, 0, 0, 0, 0], herring: [0, 0, 0, 0, 5, 0], payment: [0, 0, 1, 0, 0, 4] }),
  "pairs-41": pairView({ hug: [27, 12, 1, 0, 1, 0], herring: [0, 0, 8, 0, 33, 0], payment: [0, 2, 5, 1, 3, 30] }),
  "pairs-four": pairView(
    { hug: [27, 12, 1, 0, 1, 0], herring: [0, 0, 8, 0, 33, 0], payment: [0, 2, 5, 1, 3, 30], greeting: [9, 18, 6, 4, 2, 2] },
    ["greeting"],
  ),
  "pairs-900": pairView({ hug: [601, 212, 41, 20, 21, 5], herring: [4, 6, 188, 2, 700, 0], payment: [3, 22, 75, 31, 69, 700] }),
  "quotes-0": openView([], 0),
  "quotes-5": openView([{ ...right, count: 3, share: null }, { ...unique, count: 1 }], 1),
  "quotes-before": openView([], 41),
  "quotes-two": openView([{ ...right, share: null }, unique], 11),
  "quotes-41": openView([right, unique, part], 5),
  "quotes-four": openView([right, unique, part, habit], 2),
  "quotes-900": openView(times(22, [right, unique, part]), 108),
};
