// The worker of nianbao.html: it unpacks and compiles the program, or takes it compiled, starts it, and hands requests to it.
"use strict"

self.nianbao = (() => {
  const lastWords = 4096 // characters kept of what the program says as it ends
  let said = "", take, packed, ended = false

  const tell = (kind, fields, moved) => self.postMessage({kind, ...fields}, moved || [])

  // end says that the program is no more, and why: "memory", "stack" or "fault".
  const end = cause => {
    if (ended) return
    ended = true
    console.error(said)
    tell("ended", {cause})
  }
  const causeOf = error => (error instanceof RangeError && /call stack/i.test(error.message)) || /too much recursion/.test(error.message) ? "stack"
    : /out of memory|cannot allocate memory/.test(said + error.message) ? "memory" : "fault"

  // unpack turns 16-bit units back into the bytes that cmd/release packed: the unit behind U+E000 is itself with its highest bit turned over.
  const unpack = (text, bytes) => {
    const units = new Uint16Array(text.length)
    let n = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      units[n++] = unit === 0xE000 ? text.charCodeAt(++i) ^ 0x8000 : unit
    }
    return new Uint8Array(units.buffer, 0, bytes)
  }

  const compile = () => {
    const inflate = new DecompressionStream("gzip")
    packed = inflate.writable.getWriter()
    return WebAssembly.compileStreaming(new Response(inflate.readable, {headers: {"Content-Type": "application/wasm"}}))
  }

  const start = async module => {
    const go = new Go()
    const write = globalThis.fs.writeSync
    globalThis.fs.writeSync = (descriptor, bytes) => {
      said = (said + new TextDecoder().decode(bytes)).slice(-lastWords)
      return bytes.length
    }
    go.exit = () => {}
    const instance = await WebAssembly.instantiate(module, go.importObject)
    self.nianbao.memory = () => instance.exports.mem.buffer.byteLength
    go.run(instance).then(() => end(causeOf(new Error("exit"))), error => { said += error; end(causeOf(error)) })
  }

  self.onerror = event => { end(causeOf(event.error || new Error(String(event)))) }
  self.onunhandledrejection = event => tell("broken", {why: String(event.reason)})
  self.onmessage = async ({data}) => {
    switch (data.kind) {
    case "open":
      const module = await compile()
      tell("compiled", {module})
      return start(module)
    case "packed":
      return packed.write(unpack(data.text, data.bytes))
    case "packed-end":
      return packed.close()
    case "start":
      return start(data.module)
    case "request":
      try {
        take(data.method, data.url, data.headers, data.body)
      } catch (error) {
        end(causeOf(error))
      }
    }
  }

  return {
    serve: f => { take = f; tell("ready", {memory: self.nianbao.memory()}) },
    head: (status, headers) => tell("head", {status, headers}),
    piece: bytes => tell("piece", {bytes}, [bytes.buffer]),
    end: failure => tell("end", {failure, memory: self.nianbao.memory()}),
  }
})()
