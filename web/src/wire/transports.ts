/** By which ways this page may reach its server. */

/** Whether the server takes WebSocket alone: it says so in the page, where several workers share one port. */
export function isWebSocketOnly(): boolean {
  return document.querySelector('meta[name="transports"]')?.getAttribute("content") === "websocket";
}
