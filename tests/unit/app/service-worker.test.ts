import { afterEach, beforeEach, expect, it, vi } from 'vitest'

type Worker = { postMessage(message: unknown): void }

/** A browser's service workers as far as the app sees them. */
function fakeBrowser({ controlled }: { controlled: boolean }) {
  const registration = Object.assign(new EventTarget(), {
    waiting: null as Worker | null,
    installing: null as EventTarget | null,
    update: vi.fn(async () => {}),
  })
  const container = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    register: vi.fn(async (_: string) => registration),
  })
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const reload = vi.fn()
  vi.stubGlobal('navigator', { serviceWorker: container })
  vi.stubGlobal('document', page)
  vi.stubGlobal('location', { reload, origin: 'https://madang.example', href: 'https://madang.example/ko' })
  const newWorker = { postMessage: vi.fn() }
  return {
    container,
    registration,
    page,
    reload,
    newWorker,
    /** A version is found, installed, and waits. */
    install() {
      registration.installing = new EventTarget()
      registration.dispatchEvent(new Event('updatefound'))
      registration.waiting = newWorker
      registration.installing.dispatchEvent(new Event('statechange'))
    },
    takeControl() {
      container.controller = {}
      container.dispatchEvent(new Event('controllerchange'))
    },
  }
}

async function registered() {
  const { serviceWorker } = await import('../../../src/app/service-worker.ts')
  serviceWorker.register()
  await vi.waitFor(() => expect(navigator.serviceWorker.register).toHaveBeenCalledWith('/sw.js'))
  await Promise.resolve()
  return serviceWorker
}

beforeEach(() => {
  vi.resetModules()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('the first one that takes control of a page is no new version, the next one is', async () => {
  const { takeControl, reload } = fakeBrowser({ controlled: false })
  const serviceWorker = await registered()
  takeControl()
  expect(serviceWorker.isNewVersionReady()).toBe(false)
  takeControl()
  expect(serviceWorker.isNewVersionReady()).toBe(true)
  expect(reload).not.toHaveBeenCalled()
})

it('a new version that waits is announced; the page reloads when the person wants it, and not before', async () => {
  const { install, takeControl, newWorker, reload } = fakeBrowser({ controlled: true })
  const serviceWorker = await registered()
  const changed = vi.fn()
  const stop = serviceWorker.subscribe(changed)
  expect(serviceWorker.isNewVersionReady()).toBe(false)
  install()
  expect(serviceWorker.isNewVersionReady()).toBe(true)
  expect(changed).toHaveBeenCalled()
  expect(newWorker.postMessage).not.toHaveBeenCalled()
  serviceWorker.useNewVersion()
  expect(newWorker.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' })
  expect(reload).not.toHaveBeenCalled()
  takeControl()
  expect(reload).toHaveBeenCalledTimes(1)
  stop()
})

it('a former version that does not go keeps nobody waiting for long: with the page, what it waits for ends', async () => {
  const { install, reload } = fakeBrowser({ controlled: true })
  const serviceWorker = await registered()
  install()
  vi.useFakeTimers()
  serviceWorker.useNewVersion()
  vi.advanceTimersByTime(4000)
  expect(reload).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(reload).toHaveBeenCalledTimes(1)
})

it('one that has waited since the last visit is announced at once', async () => {
  const { registration, newWorker } = fakeBrowser({ controlled: true })
  registration.waiting = newWorker
  const serviceWorker = await registered()
  await vi.waitFor(() => expect(serviceWorker.isNewVersionReady()).toBe(true))
})

it('when another tab has gone over to it, this one says so and only reloads when asked', async () => {
  const { takeControl, reload } = fakeBrowser({ controlled: true })
  const serviceWorker = await registered()
  takeControl()
  expect(serviceWorker.isNewVersionReady()).toBe(true)
  expect(reload).not.toHaveBeenCalled()
  serviceWorker.useNewVersion()
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
})

it('a page that stays open looks for a new version when somebody comes back to it, once an hour at most', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { page, registration } = fakeBrowser({ controlled: true })
  await registered()
  const comeBack = () => page.dispatchEvent(new Event('visibilitychange'))
  comeBack()
  expect(registration.update).not.toHaveBeenCalled()
  vi.setSystemTime(Date.now() + 3_700_000)
  comeBack()
  comeBack()
  expect(registration.update).toHaveBeenCalledTimes(1)
})

it('where a part of the page is gone, the new version says so when it can be gone over to', async () => {
  const { registration, install } = fakeBrowser({ controlled: true })
  const serviceWorker = await registered()
  registration.update.mockImplementationOnce(async () => {
    registration.installing = new EventTarget()
  })
  await serviceWorker.look()
  expect(registration.update).toHaveBeenCalledTimes(1)
  expect(serviceWorker.isNewVersionReady()).toBe(false)
  install()
  expect(serviceWorker.isNewVersionReady()).toBe(true)
})

it.each([
  ['that cannot be looked for', () => Promise.reject(new TypeError('Failed to update'))],
  ['that is no service worker’s', async () => {}],
])('and at once where it is one %s: a reload brings it', async (_, answer) => {
  const { registration } = fakeBrowser({ controlled: true })
  const serviceWorker = await registered()
  registration.update.mockImplementationOnce(answer)
  await serviceWorker.look()
  expect(serviceWorker.isNewVersionReady()).toBe(true)
})

it('a browser without service workers is left in peace', async () => {
  vi.stubGlobal('navigator', {})
  const { serviceWorker } = await import('../../../src/app/service-worker.ts')
  expect(() => serviceWorker.register()).not.toThrow()
  expect(serviceWorker.isNewVersionReady()).toBe(false)
})
