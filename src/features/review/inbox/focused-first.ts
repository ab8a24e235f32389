/** For what shall have the focus when its dialog opens: without it, that is the cross. Of a group, its first control. */
export function focusedFirst(element: HTMLElement | null): void {
  const control = element?.matches('input, select, textarea') ? element : element?.querySelector('input')
  control?.setAttribute('autofocus', '')
}
