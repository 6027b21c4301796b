-- Databases of the first form of 0031 have a day on which a shared text was taken off; nothing ever wrote it.
alter table shared_text drop column if exists removed_at;
