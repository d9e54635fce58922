// Every island of every page. Pages work without them; each adds what HTML cannot do.
import { ClockText } from "./clock/clock-text.ts";
import { EffectCurve } from "./effect-curve/effect-curve.ts";
import { FlowChart } from "./flow-chart/flow-chart.ts";
import { keepDrafts } from "./form/keep-draft.ts";
import { confirmLeave } from "./form/confirm-leave.ts";
import { dayWords } from "./form/day-words.ts";
import { endTimes } from "./form/end-time.ts";
import { copyButtons } from "./form/copy.ts";
import { shortcuts } from "./form/shortcuts.ts";
import { MusicPlayer } from "./music/music-player.ts";
import { FloorLive } from "./room/floor-live.ts";
import { RoomOutbox } from "./room/room-outbox.ts";
import { StoryChart } from "./story-chart/story-chart.ts";

customElements.define("clock-text", ClockText);
customElements.define("story-chart", StoryChart);
customElements.define("flow-chart", FlowChart);
customElements.define("effect-curve", EffectCurve);
customElements.define("room-outbox", RoomOutbox);
customElements.define("floor-live", FloorLive);
customElements.define("music-player", MusicPlayer);
keepDrafts(document, sessionStorage);
confirmLeave(window);
shortcuts(document);
dayWords(document);
endTimes(document);
copyButtons(document, navigator.clipboard);
