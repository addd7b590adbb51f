import type { Node, System } from './types.ts'

/**
 * A node of a big system as one of the systems that it's made of sees it: only that system's nodes are there, with its
 * options. Memory, disk and everything else are the node's own.
 */
export function within(node: Node, system: System): Node {
  const others = system.nodes.map(({ id }) => id).filter((id) => id !== node.id)
  return {
    id: node.id,
    others,
    options: system.options,
    boots: node.boots,
    get memory() { return node.memory }, // prettier-ignore
    set memory(value) { node.memory = value }, // prettier-ignore
    get disk() { return node.disk }, // prettier-ignore
    set disk(value) { node.disk = value }, // prettier-ignore
    now: () => node.now(),
    timestamp: () => node.timestamp(),
    random: () => node.random(),
    pick: (from) => node.pick(from),
    send: (to, name, args) => node.send(to, name, args),
    call: (to, name, args, timeout) => node.call(to, name, args, timeout),
    quorum: (to, need, name, args, timeout) => node.quorum(to, need, name, args, timeout),
    sleep: (ms) => node.sleep(ms),
    until: (condition, timeout) => node.until(condition, timeout),
    sync: () => node.sync(),
    spawn: (task) => node.spawn(task),
    listen: (open) => node.listen(open),
    halt: (why) => node.halt(why),
    note: (text, data) => node.note(text, data),
    mark: (name, data) => node.mark(name, data),
  }
}
