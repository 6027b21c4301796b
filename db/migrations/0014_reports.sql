-- Reports: drafts, commentary, frozen editions, publications.

select 1;
