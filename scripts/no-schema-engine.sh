#!/bin/sh
# Stands where Prisma's command line looks for its engine, so that `generate` and `validate` do not download one.
exit 1
