/** Whoever asked is gone: what was begun for them ends, and nobody hears an answer. */
export class HungUp extends Error {}
