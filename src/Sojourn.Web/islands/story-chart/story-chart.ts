import { LaneChart, type Axis, type Stop } from "../chart/lane-chart.ts";
import type { Lane, Place } from "../chart/lanes.ts";
import type { Pen } from "../chart/pen.ts";
import { monthTicks, seconds, shortDate, stops, storyLanes, type Story } from "./story.ts";

/** A person's months on one axis: sessions and the gaps between them, therapy, measures, doses. Arrow keys move by session. */
export class StoryChart extends LaneChart<Story> {
  protected override readonly tip = "A tap, or the arrow keys, read out a session.";

  protected override axis(story: Story): Axis {
    const from = seconds(story.from);
    const to = seconds(story.to);
    return { from, to, now: seconds(story.today), nowWords: `${shortDate(story.today)} now`, ticks: (pixels) => monthTicks(from, to, pixels) };
  }

  protected override lanes(story: Story, wide: boolean): readonly Lane[] {
    return storyLanes(story, wide);
  }

  protected override stops(story: Story): readonly Stop[] {
    return stops(story);
  }

  protected override overlay(pen: Pen, story: Story, place: Place): void {
    for (const session of story.sessions.filter((s) => !s.planned)) {
      const x = place.x(seconds(session.on));
      pen.line([[x, place.top + 22], [x, place.bottom]], "grid-strong");
    }
  }
}
