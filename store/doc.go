// Package store is the archive: one SQLite file with every article, what was
// found in it, and what its reader did with it. Begin with [Open].
package store
