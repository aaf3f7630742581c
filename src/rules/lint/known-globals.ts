/** What browsers, CommonJS and test runners define, of which Node's own global object knows nothing. */
const ELSEWHERE = `
  $ afterAll afterEach alert beforeAll beforeEach cancelAnimationFrame cancelIdleCallback chrome cy
  confirm customElements define describe document expect expectTypeOf exports fit frames getComputedStyle
  getSelection history importScripts indexedDB innerHeight innerWidth it jasmine jest jQuery localStorage
  location matchMedia module mocha open opener parent postMessage print prompt React removeEventListener
  addEventListener dispatchEvent requestAnimationFrame requestIdleCallback require screen scroll scrollBy
  scrollTo self sessionStorage setup speechSynthesis suite teardown test top vi visualViewport window xit
  __dirname __filename Audio CSS CSSStyleSheet CustomElementRegistry DOMException DOMParser DOMRect
  DataTransfer Document DocumentFragment DragEvent Element ErrorEvent EventSource File FileList FileReader
  FocusEvent HTMLAnchorElement HTMLButtonElement HTMLCanvasElement HTMLDivElement HTMLElement
  HTMLFormElement HTMLImageElement HTMLInputElement HTMLSelectElement HTMLTextAreaElement
  HTMLVideoElement IDBDatabase Image InputEvent IntersectionObserver KeyboardEvent MouseEvent
  MutationObserver Node NodeList Notification Option Path2D PointerEvent Range ResizeObserver SVGElement
  Selection ShadowRoot Text TouchEvent UIEvent WebSocket WheelEvent Worker XMLHttpRequest XMLSerializer
`;

/** Names that need no declaration, for the rule that asks whether a name is declared. */
export function knownGlobals(): Record<string, 'readonly'> {
  const names = [...Object.getOwnPropertyNames(globalThis), ...ELSEWHERE.trim().split(/\s+/)];
  return Object.fromEntries(names.map((name) => [name, 'readonly'] as const));
}
