/** Lists that keep their order while somebody's pointer or focus is in them: what is read does not run away. Pure. */
export class Held {
  private order: string[] = [];
  private of = '';
  private pointed = false;
  private focused = false;

  /**
   * As given, or in the order that is shown while it is held; what is new comes last then.
   *
   * `of` tells what the list is about: of something else it is another list.
   */
  arrange<T>(items: T[], key: (item: T) => string, of: string): T[] {
    if (of !== this.of) {
      this.of = of;
      this.order = [];
      this.focused = false; // what had the focus may be gone without a word
    }
    const rank = new Map(this.order.map((k, i) => [k, i]));
    const place = (item: T): number => rank.get(key(item)) ?? Number.MAX_SAFE_INTEGER;
    const arranged = this.pointed || this.focused ? [...items].sort((a, b) => place(a) - place(b)) : items;
    this.order = arranged.map(key);
    return arranged;
  }

  readonly hear = (event: Event): void => {
    switch (event.type) {
      case 'pointerenter':
      case 'pointerleave':
        this.pointed = event.type === 'pointerenter';
        break;
      default:
        this.focused = event.type === 'focusin';
    }
  };
}
