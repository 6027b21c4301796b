-- For each provision that cases can show: what each case shows, kept current with its history.

select 1;
