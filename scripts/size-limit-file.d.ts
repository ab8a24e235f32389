// The package brings no types of its own.
declare module '@size-limit/file' {
  const plugin: ((...args: unknown[]) => unknown)[]
  export default plugin
}
