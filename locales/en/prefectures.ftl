# Names of prefectures, by their codes of JIS X 0401, and words of the pages on which a country of regions is shown in parts.
prefecture-01 = Hokkaido
prefecture-02 = Aomori
prefecture-03 = Iwate
prefecture-04 = Miyagi
prefecture-05 = Akita
prefecture-06 = Yamagata
prefecture-07 = Fukushima
prefecture-08 = Ibaraki
prefecture-09 = Tochigi
prefecture-10 = Gunma
prefecture-11 = Saitama
prefecture-12 = Chiba
prefecture-13 = Tokyo
prefecture-14 = Kanagawa
prefecture-15 = Niigata
prefecture-16 = Toyama
prefecture-17 = Ishikawa
prefecture-18 = Fukui
prefecture-19 = Yamanashi
prefecture-20 = Nagano
prefecture-21 = Gifu
prefecture-22 = Shizuoka
prefecture-23 = Aichi
prefecture-24 = Mie
prefecture-25 = Shiga
prefecture-26 = Kyoto
prefecture-27 = Osaka
prefecture-28 = Hyogo
prefecture-29 = Nara
prefecture-30 = Wakayama
prefecture-31 = Tottori
prefecture-32 = Shimane
prefecture-33 = Okayama
prefecture-34 = Hiroshima
prefecture-35 = Yamaguchi
prefecture-36 = Tokushima
prefecture-37 = Kagawa
prefecture-38 = Ehime
prefecture-39 = Kochi
prefecture-40 = Fukuoka
prefecture-41 = Saga
prefecture-42 = Nagasaki
prefecture-43 = Kumamoto
prefecture-44 = Oita
prefecture-45 = Miyazaki
prefecture-46 = Kagoshima
prefecture-47 = Okinawa
prefecture-unstated = Regions that state no prefecture
prefecture-part = { $name } ({ $number } of { $count })
prefecture-part-short = { $number } of { $count }
prefecture-map = Find a region by prefecture
prefecture-map-means = There are policies of { $regions } regions. They are not listed on one page but on one page for each prefecture.
prefecture-regions = { $count ->
    [one] 1 region
   *[other] { $count } regions
 }
prefecture-lead = The policies, the forms and the conformance of the regions in { $name }.
prefecture-holdings = Documents: { $documents }; forms: { $forms }
prefecture-compare = Read beside the baseline
prefecture-tables = Provisions by topic
answers-lead = What { $regions } regions provide, put together where the standing, the values, the binding force and the actor are the same; the most frequent come first.
answers-count = { $count ->
    [one] 1 region
   *[other] { $count } regions
 }
answers-more = and { $count } more
answers-example = The provision of { $region }
answers-left-out = { $regions } further regions provide for it in { $ways } other ways, which the pages of the prefectures show.
answers-of-part = The regions in { $name }
answers-by-prefecture = Every region, by prefecture
files-by-prefecture = The tables are files of their own for each prefecture.
files-regions = Regions
forms-provided = { $count ->
    [one] 1 region provides a form.
   *[other] { $count } regions provide a form.
 }
forms-of-part = Forms of the regions in { $name }
references-more = and { $count } more places
outdated-more = and { $count } more
country-statuses = All regions
pair-of-two = Choose two regions and read them side by side
page-of-part = { $title }: { $part }
answers-frequent = Most frequent
comparison-topic-whole = This topic in all regions together
files-title = Files
prefecture-range = { $first } to { $last }
mapped-official-many = For { $count } regions the council of each states the mapping and the differences. The page of each region says so.
choose-lead = Choose two regions, or the model policy and a region. Their provisions are shown topic by topic: side by side what is mapped to the same requirement, then what is worded alike, with the words that differ marked. This page computes the arrangement; it is no finding on whether anything corresponds.
choose-instead = The model policy beside each region is on the pages of the prefectures. Any two regions can be chosen and read side by side.
choose-first = On the left
choose-second = On the right
choose-prefecture = Prefecture
choose-shown = What to show
choose-same = Same words
choose-different = Words differ
choose-alone = Nothing beside it
choose-loading = Loading.
choose-damaged = The file of provisions could not be loaded. Open the policy from the page of the region.
choose-count = Rows shown: {"{count}"}. The address of this page keeps what is chosen.
choose-without-script = Choosing needs JavaScript. The policies of all regions are reached from the pages of the prefectures.
