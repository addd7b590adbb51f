import { ProgramNode } from '#engine/core/program-node.ts'

// A minifier takes the names of classes away; who prints the node of a program is to read what the types call it.
Object.defineProperty(ProgramNode, 'name', { value: 'Node' })
