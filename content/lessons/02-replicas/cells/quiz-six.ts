import { majority, value } from 'engine'

// Six replicas at QUORUM: how many may be unreachable?
console.log(`A majority of 6 is ${majority(6)}.`)
value('unreachable', 6 - majority(6))
value('need', majority(6))
