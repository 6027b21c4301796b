-- Figures that are given and not counted: stock, past totals, benchmarks, perception surveys.

select 1;
