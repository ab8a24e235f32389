// Stands in for https://apis.google.com/js/api.js, which a machine without Internet cannot load: only the messages
// between a page and the sign-in iframe. The SDK before it and the Auth emulator behind it are the real ones.
;(() => {
  const handlers = new Map()
  const waiting = []
  const replies = new Map()
  let lastId = 0

  const handle = async (message, source) => {
    const handler = handlers.get(message.type)
    if (!handler) return waiting.push([message, source])
    const value = await handler(message.data)
    source.postMessage({ standIn: 'reply', id: message.id, value }, '*')
  }

  addEventListener('message', ({ data, source }) => {
    if (data?.standIn === 'call') handle(data, source)
    if (data?.standIn === 'reply') replies.get(data.id)?.([data.value])
  })

  const channelTo = (target) => ({
    register(type, handler) {
      handlers.set(type, handler)
      for (const [message, source] of waiting.splice(0)) handle(message, source)
    },
    send(type, data, callback) {
      const id = `${location.origin}-${++lastId}`
      replies.set(id, callback ?? (() => {}))
      target().postMessage({ standIn: 'call', id, type, data }, '*')
    },
    restyle: async () => {},
    ping: async (callback) => callback(),
  })

  const context = {
    getParentIframe: () => channelTo(() => parent),
    open({ where, url }, opened) {
      const iframe = document.createElement('iframe')
      iframe.src = url
      iframe.hidden = true
      where.append(iframe)
      return new Promise((resolve) => {
        iframe.addEventListener('load', () => resolve(opened(channelTo(() => iframe.contentWindow))))
      })
    },
  }

  globalThis.gapi = {
    load: (_name, { callback }) => callback(),
    iframes: { getContext: () => context, CROSS_ORIGIN_IFRAMES_FILTER: {}, Iframe: class {} },
  }
  const onload = new URL(document.currentScript.src).searchParams.get('onload') ?? 'gapi_onload'
  globalThis[onload]?.()
})()
