// The one script of the sandboxed frame. It starts one worker for each run, passes on what the worker says, a counted
// number of times, and ends it. The page's policy admits this text by its hash (boot-hash.mjs).
const runs = new Map()

// What a worker does that stands by: it has read the runtime, and waits for the rest of one run.
const waits = `
onmessage = ({ data }) => {
  onmessage = null
  // By then the script has closed the world, this name too.
  const addresses = URL
  const address = addresses.createObjectURL(new Blob([data], { type: 'text/javascript' }))
  importScripts(address)
  addresses.revokeObjectURL(address)
}`

// The worker that stands by, which has run nothing yet, and the runtime that it has read: mostly that of the run before.
let ready
let readyFor

// The runtime of the run before.
let last = ''

function say(run, message) {
  parent.postMessage({ run, message }, '*')
}

function end(run) {
  runs.get(run)?.terminate()
  runs.delete(run)
}

function workerOf(script) {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const worker = new Worker(address)
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return worker
}

function standBy(runtime) {
  if (ready !== undefined && readyFor === runtime) return
  ready?.terminate()
  readyFor = runtime
  try {
    ready = workerOf(runtime + waits)
  } catch {
    ready = undefined
  }
}

function take(runtime, script) {
  if (ready === undefined || readyFor !== runtime) return workerOf(runtime + script)
  const worker = ready
  ready = undefined
  worker.postMessage(script)
  return worker
}

function begin({ run, runtime = '', script, messages }) {
  let left = messages
  let worker
  try {
    worker = take(runtime, script)
  } catch (error) {
    say(run, { type: 'broken', text: String(error) })
    return
  }
  runs.set(run, worker)
  worker.onmessage = (event) => {
    if (left-- > 0) return say(run, event.data)
    end(run)
    say(run, { type: 'flooded' })
  }
  worker.onmessageerror = () => say(run, { type: 'unreadable' })
  worker.onerror = (event) => {
    event.preventDefault()
    end(run)
    say(run, { type: 'broken', text: event.message, line: event.lineno, column: event.colno })
  }
  last = runtime
}

addEventListener('message', (event) => {
  if (event.source !== parent) return
  if (event.data.type === 'run') begin(event.data)
  if (event.data.type !== 'end') return
  end(event.data.run)
  // Starting a worker and reading the runtime takes longer than most runs do.
  if (runs.size === 0 && last !== '') standBy(last)
})

say(0, { type: 'ready' })
