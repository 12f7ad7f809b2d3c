package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"offprint/store/schema"
)

// identify reads whose file it is, for a program that may not write. It
// returns ErrNotArchive, ErrNewer or ErrOlder for what it cannot read.
func (a *Archive) identify(ctx context.Context, st *statements) error {
	version, err := a.versionOf(ctx, st)
	if err == nil && version < len(a.steps) {
		err = ErrOlder
	}
	return err
}

func (a *Archive) versionOf(ctx context.Context, st *statements) (int, error) {
	l := &link{ctx, st}
	var app, version int64
	err := l.one("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version", nil, &app, &version)
	if err != nil && passing(err) {
		err = l.one("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version", nil, &app, &version)
	}
	switch {
	case err != nil:
		return 0, err
	case app != schema.ApplicationID:
		return 0, ErrNotArchive
	case version > int64(len(a.steps)):
		return 0, ErrNewer
	case version < 1:
		return 0, ErrNotArchive
	}
	return int(version), nil
}

// settle makes the tables of a new file and migrates an old one. A file that
// is empty may be filled by another program at the same time: the one that
// comes second finds it done.
func (a *Archive) settle(ctx context.Context, fresh bool) error {
	if fresh {
		if err := a.found(ctx); err != nil {
			return err
		}
	}
	version, err := a.settledVersion(ctx)
	if errors.Is(err, ErrNotArchive) && !fresh {
		if a.blank(ctx) {
			if err := a.found(ctx); err != nil {
				return err
			}
		}
		version, err = a.settledVersion(ctx) // another program may have filled it between the two looks
	}
	if err != nil || version == len(a.steps) {
		return err
	}
	if err := a.keepOld(ctx, version); err != nil {
		return fmt.Errorf("backup before migration: %w", err)
	}
	for v := version; v < len(a.steps); v++ {
		if err := a.step(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

// settledVersion is versionOf, which waits while another program makes the archive.
func (a *Archive) settledVersion(ctx context.Context) (version int, err error) {
	for begun := time.Now(); ; {
		version, err = a.versionOf(ctx, a.writer)
		if err == nil || !errors.Is(reason(err), ErrBusy) || time.Since(begun) > a.patience {
			return version, err
		}
	}
}

// blank reports whether there is a database without anything in it, such as
// one that another program has begun to make an archive of, or was killed at.
func (a *Archive) blank(ctx context.Context) bool {
	l := &link{ctx, a.writer}
	n, err := l.number(`SELECT (SELECT application_id FROM pragma_application_id) <> 0 OR (SELECT user_version FROM pragma_user_version) <> 0
		OR EXISTS (SELECT 1 FROM sqlite_schema)`)
	return err == nil && n == 0
}

// found makes the tables of a new archive.
func (a *Archive) found(ctx context.Context) error {
	// Only the first connection to a file may change its journal; it fails
	// with "busy" while another program does the same, and then waits.
	for begun := time.Now(); ; {
		_, err := a.writer.on.ExecContext(ctx, "PRAGMA journal_mode = WAL")
		if err == nil {
			break
		}
		if !errors.Is(reason(err), ErrBusy) || time.Since(begun) > a.patience {
			return err
		}
	}
	return a.transact(ctx, func(l *link) error {
		n, err := l.number("SELECT count(*) FROM sqlite_schema")
		if err != nil || n > 0 {
			return err
		}
		if _, err := l.st.on.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", schema.ApplicationID)); err != nil {
			return err
		}
		for i, script := range a.steps {
			if err := migrateTo(l, i+1, script); err != nil {
				return err
			}
		}
		return nil
	})
}

// step brings an archive from version v to v+1.
func (a *Archive) step(ctx context.Context, v int) error {
	err := a.transact(ctx, func(l *link) error {
		if now, err := l.number("PRAGMA user_version"); err != nil || now > int64(v) {
			return err // another program was quicker
		}
		return migrateTo(l, v+1, a.steps[v])
	})
	a.writer.reset()
	return err
}

func migrateTo(l *link, version int, script string) error {
	if _, err := l.st.on.ExecContext(l.ctx, script); err != nil {
		return err
	}
	if err := respell(l); err != nil {
		return err
	}
	_, err := l.st.on.ExecContext(l.ctx, fmt.Sprintf("PRAGMA user_version = %d", version))
	return err
}

// keepOld copies an archive to path.v1 (its version) before it is migrated. A
// copy that is there from an earlier attempt will do, unless the archive was
// written to since then, as one that was put back and used again: then the new
// copy is path.v1.2, and so on. None is replaced.
func (a *Archive) keepOld(ctx context.Context, version int) error {
	if a.noBackup {
		return nil
	}
	to := fmt.Sprintf("%s.v%d", a.path, version)
	for n := 2; ; n++ {
		info, err := os.Stat(to)
		there := err == nil
		if there && a.writtenSince(info.ModTime()) {
			to = fmt.Sprintf("%s.v%d.%d", a.path, version, n)
			continue
		}
		if a.older != nil {
			a.older(to)
		}
		if there {
			return nil
		}
		return a.copyTo(ctx, to)
	}
}

// writtenSince reports whether the file or its journal was written to after a moment.
func (a *Archive) writtenSince(moment time.Time) bool {
	for _, path := range []string{a.path, a.beside("-wal")} {
		if info, err := os.Stat(path); err == nil && info.Size() > 0 && info.ModTime().After(moment) {
			return true
		}
	}
	return false
}
