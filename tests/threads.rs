//! Threads longer than a page.

mod common;

use std::fmt::Write;

use common::Archive;

#[test]
fn a_comment_of_a_further_page_is_cited_by_the_address_of_that_page() {
    let mut comments = "id,contribution_id,body\n".to_owned();
    for at in 0..450 {
        writeln!(comments, "{at},1,Comment {at}").expect("a string");
    }
    let archive = Archive::of(&[("ideas.csv", "id,title,votes_for\n1,Trees,3\n2,Ponds,1\n"), ("comments.csv", &comments)]);
    archive.build().0.ok();
    let page = archive.page("consultations/c/proposals/1-comments-2.html");
    assert!(page.contains(r#""URL":"consultations/c/proposals/1-comments-2.html""#), "{page}");
    assert!(page.contains(r#"id="citation""#) || page.contains("id=citation"));
}
