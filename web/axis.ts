// A place on the uneven axis of a picture, in px, and its time in civil seconds: each stretch of even time by itself.
import type { TimeAxis } from './draw';

export class Axis {
  readonly left: number;
  readonly right: number;
  constructor(private readonly axis: TimeAxis) {
    this.left = axis.segments[0][2];
    this.right = axis.segments[axis.segments.length - 1][3];
  }

  /** px of a time; of one that the axis leaves out, the px of the cut; beyond its ends, its ends. */
  at(time: number): number {
    let before = this.left;
    for (const [from, to, x0, x1] of this.axis.segments) {
      if (time < from) return (before + x0) / 2;
      if (time <= to) return x0 + (time - from) / (to - from) * (x1 - x0);
      before = x1;
    }
    return this.right;
  }

  /** The time at `px`, in whole seconds; within a cut, that of the nearer side. */
  time(px: number): number {
    const { segments } = this.axis;
    let nearest = segments[0][0], least = Infinity;
    for (const [from, to, x0, x1] of segments) {
      const within = Math.min(Math.max(px, x0), x1), off = Math.abs(px - within);
      if (off < least) { least = off; nearest = from + (within - x0) / (x1 - x0) * (to - from); }
    }
    return Math.round(nearest);
  }
}
