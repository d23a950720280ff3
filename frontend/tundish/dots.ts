import { depth, type Stream } from './geometry';
import { ALIVE, easeInOut } from './motion';
import { palette } from './palette';

/** Where dots may run: in pixels of the canvas. */
export interface Ground {
  /** Vessels' left edges, widths, tops and bottoms. */
  vessels: { x: number; width: number; top: number; bottom: number }[];
  streams: Stream[];
  top: number;
  /** Whether the stages stand below each other. */
  stacked: boolean;
}

interface Dot {
  kind: 'through' | 'in' | 'out';
  k: number;
  /** Where across the stream or along the vessel, 0 to 1. */
  lane: number;
  born: number;
  big: boolean;
}

const CROSS = 900;
const FALL = 600;
const RADIUS = 4;

/** A dot is a lead: it crosses the gap, or drops out at the bottom. */
export class Dots {
  private dots: Dot[] = [];
  private frame = 0;

  constructor(
    private readonly canvas: () => HTMLCanvasElement | null,
    private readonly ground: () => Ground | null,
  ) {}

  /** Sets off n dots, spread over the time until the next picture. */
  start(kind: Dot['kind'], k: number, n: number, each: number): void {
    const now = performance.now();
    for (let i = 0; i < n && this.dots.length < ALIVE; i++) {
      this.dots.push({ kind, k, lane: Math.random(), born: now + (n > 1 ? (i / n) * 700 : 0), big: each > 1 });
    }
    if (this.dots.length > 0 && this.frame === 0) {
      this.frame = requestAnimationFrame((t) => this.draw(t));
    }
  }

  clear(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.dots = [];
    const c = this.canvas();
    c?.getContext('2d')?.clearRect(0, 0, c.width, c.height);
  }

  private draw(now: number): void {
    const canvas = this.canvas();
    const context = canvas?.getContext('2d');
    const ground = this.ground();
    if (!canvas || !context || !ground) {
      this.clear();
      return;
    }
    const scale = window.devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
    }
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    const { flow, left, surface: rim } = palette();
    this.dots = this.dots.filter((d) => now - d.born < (d.kind === 'out' ? FALL : CROSS));
    for (const dot of this.dots) {
      const age = now - dot.born;
      if (age < 0) {
        continue;
      }
      const place = position(dot, age, ground);
      if (place === null) {
        continue;
      }
      context.globalAlpha = dot.kind === 'out' ? 1 - age / FALL : 1;
      context.fillStyle = dot.kind === 'out' ? left : flow;
      context.strokeStyle = rim;
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(place.x, place.y, dot.big ? RADIUS + 1.5 : RADIUS, 0, 2 * Math.PI);
      context.stroke();
      context.fill();
    }
    context.globalAlpha = 1;
    this.frame = this.dots.length > 0 ? requestAnimationFrame((t) => this.draw(t)) : 0;
  }
}

function position(dot: Dot, age: number, ground: Ground): { x: number; y: number } | null {
  const inset = RADIUS + 1;
  if (dot.kind === 'out') {
    const v = ground.vessels[dot.k];
    if (!v) {
      return null;
    }
    const fall = 46 * (age / FALL) ** 2;
    return ground.stacked
      ? { x: v.x + v.width + fall, y: v.top + inset + dot.lane * (v.bottom - v.top - 2 * inset) }
      : { x: v.x + inset + dot.lane * (v.width - 2 * inset), y: v.bottom + fall };
  }
  const t = easeInOut(Math.min(1, age / CROSS));
  if (dot.kind === 'in') {
    const v = ground.vessels[0];
    if (!v) {
      return null;
    }
    return ground.stacked
      ? { x: v.x + inset + dot.lane * (v.width - 2 * inset), y: v.top - 14 + 22 * t }
      : { x: v.x - 22 + 30 * t, y: v.top + inset + dot.lane * (v.bottom - v.top - 2 * inset) };
  }
  const s = ground.streams[dot.k - 1];
  if (!s) {
    return null;
  }
  const deep = Math.max(2 * inset, depth(s, t));
  const across = inset + dot.lane * (deep - 2 * inset);
  const along = s.x1 + (s.x2 - s.x1) * t;
  return ground.stacked ? { x: across, y: along } : { x: along, y: ground.top + across };
}
