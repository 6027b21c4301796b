-- What the virus scan and the previews say of each file; post that was scanned.
select 1;
