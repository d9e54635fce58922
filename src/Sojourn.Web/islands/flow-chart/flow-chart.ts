import { LaneChart, type Axis, type Stop } from "../chart/lane-chart.ts";
import type { Lane } from "../chart/lanes.ts";
import { flowLanes, minuteTicks, stops, type Flow } from "./flow.ts";

/** A session's minutes on one axis: pressure as carets, pulse, oxygen, doses, moments, what is due. Arrow keys move by reading. */
export class FlowChart extends LaneChart<Flow> {
  protected override readonly tip = "A tap, or the arrow keys, read out a reading.";

  protected override axis(flow: Flow): Axis {
    return { from: flow.from, to: flow.to, now: flow.now, nowWords: flow.nowWords, ticks: (pixels) => minuteTicks(flow, pixels) };
  }

  protected override lanes(flow: Flow, wide: boolean): readonly Lane[] {
    return flowLanes(flow, wide);
  }

  protected override stops(flow: Flow): readonly Stop[] {
    return stops(flow);
  }
}
