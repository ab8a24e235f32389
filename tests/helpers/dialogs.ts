import { beforeEach } from 'vitest'

/** jsdom has no modal dialogs: here they open and close, and nothing more. */
export function withDialogs(): void {
  beforeEach(() => {
    const prototype = HTMLDialogElement.prototype
    prototype.showModal = function showModal() {
      this.open = true
    }
    prototype.close = function close() {
      if (!this.open) return
      this.open = false
      this.dispatchEvent(new Event('close'))
    }
  })
}
