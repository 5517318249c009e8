/**
 * Group commit: what waits while one batch is being committed goes into the next one, each answered only after its commit. No timer
 * collects them, so that a lone delivery waits for nothing. How a batch is written is the log's matter, what is answered the door's.
 */

/** The commit could not be had in time, or its outcome is unknown: the sender has to try again. */
export class NotKept extends Error {
  override name = "NotKept";
}

type Sized = { sizeBytes: number };
type Waiting<Item> = { item: Item; timer: NodeJS.Timeout; resolve: () => void; reject: (error: unknown) => void };

export type KeeperOptions<Item extends Sized> = {
  /** Resolves when all of them are committed; rejects when that failed or nobody knows. */
  save(items: readonly Item[]): Promise<void>;
  /** after each commit, with how many it held */
  onKept: (count: number) => void;
  /** how long a delivery waits for its commit */
  patienceMs: number;
};

const mostItems = 256;
const mostBytes = 4 * 1024 * 1024;
const mostWaiting = 10_000;
const mostWaitingBytes = 64 * 1024 * 1024;

export class Keeper<Item extends Sized> {
  private readonly options: KeeperOptions<Item>;
  /** in the order of arrival */
  private readonly waiting = new Set<Waiting<Item>>();
  private waitingBytes = 0;
  private isWorking = false;

  constructor(options: KeeperOptions<Item>) {
    this.options = options;
  }

  /** Resolves after the commit. @throws NotKept after `patienceMs` at the latest; it may have been committed all the same */
  keep(item: Item): Promise<void> {
    if (this.waiting.size >= mostWaiting || this.waitingBytes + item.sizeBytes > mostWaitingBytes) {
      return Promise.reject(new NotKept("too many deliveries are waiting"));
    }
    return new Promise((resolve, reject) => {
      const one = { item, resolve, reject, timer: setTimeout(() => this.giveUp(one), this.options.patienceMs) };
      this.waiting.add(one);
      this.waitingBytes += item.sizeBytes;
      this.start();
    });
  }

  /** At the end of this turn of the event loop: what was read in one go shares a commit. */
  private start(): void {
    if (this.isWorking) return;
    this.isWorking = true;
    setImmediate(() => void this.work());
  }

  private async work(): Promise<void> {
    while (this.waiting.size > 0) await this.commit(this.takeBatch());
    this.isWorking = false;
  }

  private takeBatch(): Waiting<Item>[] {
    const batch: Waiting<Item>[] = [];
    let bytes = 0;
    for (const one of this.waiting) {
      bytes += one.item.sizeBytes;
      if (batch.length >= mostItems || (batch.length > 0 && bytes > mostBytes)) break;
      batch.push(one);
      this.remove(one);
    }
    return batch;
  }

  private async commit(batch: readonly Waiting<Item>[]): Promise<void> {
    try {
      await this.options.save(batch.map(({ item }) => item));
    } catch (error) {
      for (const one of batch) finish(one, () => one.reject(new NotKept("no commit", { cause: error })));
      return;
    }
    for (const one of batch) finish(one, one.resolve);
    this.options.onKept(batch.length);
  }

  /** Settled promises stay as they are, so a batch that ends later changes nothing for who has given up. */
  private giveUp(one: Waiting<Item>): void {
    this.remove(one);
    one.reject(new NotKept("no commit in time"));
  }

  private remove(one: Waiting<Item>): void {
    if (this.waiting.delete(one)) this.waitingBytes -= one.item.sizeBytes;
  }
}

function finish<Item>(one: Waiting<Item>, settle: () => void): void {
  clearTimeout(one.timer);
  settle();
}
