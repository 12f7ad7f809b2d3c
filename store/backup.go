package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Backup writes a copy of the archive to a file that must not exist: whole or not at all.
func (a *Archive) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return &Error{"back up to", path, fs.ErrExist}
	}
	if err := a.copyTo(ctx, path); err != nil {
		if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		return &Error{"back up to", path, reason(err)}
	}
	return nil
}

// copyTo writes a copy under a temporary name and gives it its own once it is
// on the disk. Of two programs that do so at once one wins; both are whole.
func (a *Archive) copyTo(ctx context.Context, path string) error {
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".copy-*")
	if err != nil {
		return err
	}
	name := temp.Name()
	defer os.Remove(name) // gone already if all went well
	temp.Close()
	if err := a.vacuumInto(ctx, name); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if err := os.Rename(name, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder has the name of a new file reach the disk, where folders can be
// read and synced: an archive is not brought up before its copy would be found
// again.
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err == nil {
		err = errors.Join(d.Sync(), d.Close())
	}
	for _, cannot := range []error{errors.ErrUnsupported, fs.ErrInvalid, fs.ErrPermission, syscall.EINVAL} {
		if errors.Is(err, cannot) {
			return nil
		}
	}
	return err
}

// vacuumInto copies on a connection of its own: the readers' refuse to write, to any file.
func (a *Archive) vacuumInto(ctx context.Context, name string) error {
	dsn := a.dsn("ro", "_busy_timeout=5000")
	if a.readOnly {
		dsn = strings.ReplaceAll(a.readDSN, "_pragma=query_only(1)", "")
	}
	db, err := a.database(dsn, 1)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", name)
	return err
}
