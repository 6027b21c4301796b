-- What residents were asked: did it happen, the survey; policy pages and languages.
select 1;
