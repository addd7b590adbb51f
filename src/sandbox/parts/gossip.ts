/** Nodes of a ring that find out by themselves who is down: asked for by the word. */
import '#engine/ring/gossip.ts'
export {}
