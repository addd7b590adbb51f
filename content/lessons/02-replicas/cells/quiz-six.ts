import { majority, value } from 'engine'

// Six copies at QUORUM: how many may be silent?
console.log(`a majority of 6 is ${majority(6)}`)
value('silent', 6 - majority(6))
value('need', majority(6))
