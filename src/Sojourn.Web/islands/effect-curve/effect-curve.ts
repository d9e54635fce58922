import { LaneChart, type Axis, type Stop } from "../chart/lane-chart.ts";
import type { Lane } from "../chart/lanes.ts";
import { minuteTicks } from "../flow-chart/flow.ts";
import { effectLanes, effectStops, type Effect } from "./effect.ts";

/** A predicted course on one axis: band, typical line, norketamine, and what happened beneath. Arrow keys move by ten minutes. */
export class EffectCurve extends LaneChart<Effect> {
  protected override readonly tip = "A tap, or the arrow keys, read out a minute. Predicted, not measured.";

  protected override axis(effect: Effect): Axis {
    return { from: effect.from, to: effect.to, now: effect.now, nowWords: effect.nowWords, ticks: (pixels) => minuteTicks(effect, pixels) };
  }

  protected override lanes(effect: Effect, wide: boolean): readonly Lane[] {
    return effectLanes(effect, wide);
  }

  protected override stops(effect: Effect): readonly Stop[] {
    return effectStops(effect);
  }
}
