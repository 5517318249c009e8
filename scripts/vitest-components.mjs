/** Runs before each test file of components: the matchers for the page, what jsdom's page lacks, and an empty page after each test. */
import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

/** Nothing is laid out here, so nothing ever comes into view. */
globalThis.IntersectionObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.ResizeObserver = globalThis.IntersectionObserver;
globalThis.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} });

afterEach(cleanup);
