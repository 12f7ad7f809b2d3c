//go:build !unix

package intake

// doNotWait is nothing where pipes do not live in folders.
const doNotWait = 0
