// The worker of nianbao.html, behind Go's wasm_exec.js: it unpacks and compiles the program, or is given it compiled, starts it, and hands
// requests to it (cmd/page/host.go).
"use strict"

self.nianbao = (() => {
  const enough = 1 << 16 // characters of what the program says as it ends; the reason comes first
  let take, rehearse, packed, memory, said = "", ended = false

  const tell = (kind, fields, moved = []) => self.postMessage({kind, ...fields}, moved)

  // end says that the program is no more, and why: for want of memory, by too deep a recursion, or by a fault.
  const end = error => {
    if (ended) return
    ended = true
    said += error
    console.error(said)
    const cause = /call stack|too much recursion|stack overflow/i.test(said) ? "stack"
      : /out of memory|cannot allocate memory/i.test(said) ? "memory" : "fault"
    tell("ended", {cause})
  }

  // unpacked gives the bytes that cmd/release packed into 16-bit units: the one behind U+E000 has its highest bit turned over.
  const unpacked = (text, bytes) => {
    const units = new Uint16Array(text.length)
    let n = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      units[n++] = unit === 0xE000 ? text.charCodeAt(++i) ^ 0x8000 : unit
    }
    return new Uint8Array(units.buffer, 0, bytes)
  }

  // compiled compiles the program while it is inflated, while it is read.
  const compiled = async () => {
    const inflate = new DecompressionStream("gzip")
    packed = inflate.writable.getWriter()
    const module = await WebAssembly.compileStreaming(new Response(inflate.readable, {headers: {"Content-Type": "application/wasm"}}))
    tell("compiled", {module})
    return module
  }

  const start = async module => {
    const go = new Go()
    go.env = {GOGC: "off"} // until main sets it: nothing that is made before is garbage
    globalThis.fs.writeSync = (_, bytes) => {
      if (said.length < enough) said += new TextDecoder().decode(bytes)
      return bytes.length
    }
    go.exit = () => {}
    const instance = await WebAssembly.instantiate(module, go.importObject)
    memory = () => instance.exports.mem.buffer.byteLength
    await go.run(instance)
    end("")
  }

  const receive = async data => {
    switch (data.kind) {
    case "open":
      return start(await compiled())
    case "start":
      return start(data.module)
    case "packed":
      packed.write(unpacked(data.text, data.bytes))
      return data.last && packed.close()
    case "request":
      return take(data.method, data.url, data.headers, data.body)
    case "rehearse":
      return rehearse()
    }
  }
  self.onmessage = ({data}) => receive(data).catch(end)
  self.onerror = event => end(event.message || event)
  self.onunhandledrejection = event => end(event.reason)

  return {
    serve(takes, rehearses) {
      take = takes
      rehearse = rehearses
      tell("ready", {memory: memory()})
    },
    head: (status, headers) => tell("head", {status, headers}),
    piece: bytes => tell("piece", {bytes}, [bytes.buffer]),
    rehearsed: (well, more) => tell("rehearsed", {well, more, memory: memory()}),
    end: failure => tell("end", {failure, memory: memory()}),
  }
})()
