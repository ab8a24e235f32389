/**
 * jsdom shows no dialogs: only that they are told to is seen. Escape and where the focus goes are the browser's own, and
 * tests/e2e sees them.
 */
export function letDialogsOpen(): void {
  const prototype = HTMLDialogElement.prototype
  prototype.showModal = function showModal() {
    this.open = true
  }
  prototype.close = function close() {
    if (!this.open) return
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
}
